package planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TemporaryFileElsewhere {
    Path copy() throws IOException {
        return Files.createTempFile("list", null);
    }
}
