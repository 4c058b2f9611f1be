package org.zhubao.settlement;

/** What a list of enrolment says of somebody. */
enum HowInsured {
    RESIDENT("resident", "normal", ""),
    EMPLOYEE("employee", "normal", ""),
    ELSEWHERE("resident", "elsewhere", ""),
    RESIDENT_OF_ANOTHER_COUNTY("resident", "normal", "某某区"),
    DEAD("resident", "dead", ""),
    SERVING("", "serving", ""),
    ABROAD("", "abroad", ""),
    DECLINED("", "declined", "");

    private final String insurance;
    private final String state;
    private final String enrolledAt;

    HowInsured(String insurance, String state, String enrolledAt) {
        this.insurance = insurance;
        this.state = state;
        this.enrolledAt = enrolledAt;
    }

    String insurance() {
        return insurance;
    }

    String state() {
        return state;
    }

    String enrolledAt() {
        return enrolledAt;
    }
}
