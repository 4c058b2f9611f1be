package planted;

import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {
    @Autowired
    String injected;
}
