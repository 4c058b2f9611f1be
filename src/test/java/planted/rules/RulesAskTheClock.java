package planted.rules;

import java.time.Clock;

class RulesAskTheClock {
    Clock clock;
}
