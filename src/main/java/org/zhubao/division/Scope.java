package org.zhubao.division;

import java.io.Serializable;

/**
 * The part of the country somebody may work in: every division whose code begins with this prefix (GB/T 2260; 2, 4, 6,
 * 9 or 12 digits). The empty prefix covers everything.
 */
public record Scope(String prefix) implements Serializable {

    private static final long serialVersionUID = 1;

    public static final Scope EVERYWHERE = new Scope("");

    private static final int COUNTY_DIGITS = 6;

    public Scope {
        if (!prefix.matches("\\d{0,12}")) {
            throw new IllegalArgumentException("not a division prefix: " + prefix);
        }
    }

    public boolean covers(String divisionCode) {
        return divisionCode.startsWith(prefix);
    }

    /** Whether it is one whole county. */
    public boolean isCounty() {
        return prefix.length() == COUNTY_DIGITS;
    }

    /** This scope, or the county it lies in when it is only a part of one. */
    public Scope wholeCounties() {
        return prefix.length() > COUNTY_DIGITS ? new Scope(prefix.substring(0, COUNTY_DIGITS)) : this;
    }

    /** The first code that may lie in it, byte by byte. */
    public String from() {
        return prefix;
    }

    /** The first text beyond all its codes, byte by byte: the colon comes after the digits. */
    public String until() {
        return prefix + ":";
    }

    /** The pattern for a SQL {@code like}. */
    public String likePattern() {
        return prefix + "%";
    }
}
