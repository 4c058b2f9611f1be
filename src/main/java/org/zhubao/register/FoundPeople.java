package org.zhubao.register;

import java.util.List;
import org.zhubao.site.Paging;

/**
 * One page of people found.
 *
 * @param more whether there are more than are counted: then to write more is quicker than to turn pages
 */
public record FoundPeople(Paging paging, boolean more, List<Person> people) {

    public FoundPeople {
        people = List.copyOf(people);
    }
}
