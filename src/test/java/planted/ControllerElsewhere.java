package planted;

import org.springframework.stereotype.Controller;

@Controller
class ControllerElsewhere {}
