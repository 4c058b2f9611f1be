package org.zhubao.register;

import java.time.LocalDate;
import java.util.UUID;
import org.zhubao.protection.IdNumber;

/** Somebody in the register. Lists show {@link IdNumber#masked()}. */
public record Person(
        String region,
        UUID id,
        String name,
        IdNumber number,
        LocalDate birthDate,
        boolean male,
        String county,
        String township,
        String village) {}
