package org.zhubao.register;

import java.util.List;

/** What a part of the product knows of a person's past; the person's page shows all parts together. */
public interface PersonHistory {

    /** In any order, of all years. */
    List<PersonMoment> of(Person person);
}
