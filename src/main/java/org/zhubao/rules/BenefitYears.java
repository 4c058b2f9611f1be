package org.zhubao.rules;

/** The years of cover a policy text speaks of, both included. Not the years of the notice. */
public record BenefitYears(int first, int last) {

    public BenefitYears {
        if (first > last) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    public boolean contains(int year) {
        return first <= year && year <= last;
    }
}
