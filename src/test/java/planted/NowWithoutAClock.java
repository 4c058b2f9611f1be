package planted;

import java.time.LocalDate;

class NowWithoutAClock {
    LocalDate today() {
        return LocalDate.now();
    }
}
