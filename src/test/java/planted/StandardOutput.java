package planted;

class StandardOutput {
    void print() {
        System.out.println("hidden from the log");
    }
}
