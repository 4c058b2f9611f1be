package planted.rules;

import java.nio.file.Path;

class RulesReadAFile {
    Path notice = Path.of("notice.txt");
}
