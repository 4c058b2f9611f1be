package org.zhubao.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person on a department's list; the methods make copies that differ in one thing.
 *
 * @param number as it shall stand in the file
 * @param identity in the department's wording
 * @param recognisedOn null for a blank cell
 * @param grade 一级 … 四级, empty where the list has none
 */
public record Listed(
        String name,
        String number,
        String identity,
        String township,
        @Nullable LocalDate recognisedOn,
        String category,
        String grade) {

    public Listed called(String other) {
        return new Listed(other, number, identity, township, recognisedOn, category, grade);
    }

    public Listed numbered(String other) {
        return new Listed(name, other, identity, township, recognisedOn, category, grade);
    }

    public Listed as(String other) {
        return new Listed(name, number, other, township, recognisedOn, category, grade);
    }

    public Listed in(String other) {
        return new Listed(name, number, identity, other, recognisedOn, category, grade);
    }

    public Listed recognised(@Nullable LocalDate other) {
        return new Listed(name, number, identity, township, other, category, grade);
    }

    public Listed disabled(String otherCategory, String otherGrade) {
        return new Listed(name, number, identity, township, recognisedOn, otherCategory, otherGrade);
    }
}
