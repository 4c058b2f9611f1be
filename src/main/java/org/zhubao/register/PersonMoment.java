package org.zhubao.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened about a person, for the timeline of their page.
 *
 * @param messageKey of one sentence
 * @param arguments what the sentence names
 * @param address the page that shows more; null where there is none
 */
public record PersonMoment(Instant at, String messageKey, List<Object> arguments, @Nullable String address) {

    public PersonMoment {
        arguments = List.copyOf(arguments);
    }
}
