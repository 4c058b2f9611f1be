package org.zhubao.account;

import java.util.List;

/** The users of the demonstration, shown on the sign-in page. Only the demonstration has a bean of this type. */
public interface DemoSignIns {

    /** In the order in which they appear, one for each role. */
    List<DemoUser> users();

    /** The password they all share. */
    String password();

    /** @param scopeName for reading: 米易县 */
    record DemoUser(Role role, String username, String displayName, String scopeName) {}
}
