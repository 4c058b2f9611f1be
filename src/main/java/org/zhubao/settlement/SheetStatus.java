package org.zhubao.settlement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a frozen sheet stands. The moves allowed are one table; whatever is not in it is refused. */
public enum SheetStatus {
    /** Numbered, its content closed; the department looks at it. */
    FROZEN,
    /** The department does not accept some lines; the bureau answers. */
    DISPUTED,
    /** The department stands by it. */
    CONFIRMED,
    /** A second person of the bureau stands by it; finance may pay. */
    APPROVED,
    /** Finance has paid, or has the money back. */
    PAID,
    /** Taken back, or replaced by a sheet without the lines that left; it charges nobody. */
    VOID;

    private static final Map<SheetStatus, Set<SheetStatus>> MOVES = new EnumMap<>(Map.of(
            FROZEN, EnumSet.of(CONFIRMED, DISPUTED, APPROVED, VOID),
            DISPUTED, EnumSet.of(FROZEN, VOID),
            CONFIRMED, EnumSet.of(APPROVED, VOID),
            APPROVED, EnumSet.of(PAID, VOID),
            PAID, EnumSet.noneOf(SheetStatus.class),
            VOID, EnumSet.noneOf(SheetStatus.class)));

    /**
     * @param department whether a department has to confirm the sheet: then nobody approves what it has not seen, and
     *     without one there is nobody to confirm or dispute
     */
    public boolean mayBecome(SheetStatus next, boolean department) {
        boolean hers = next == CONFIRMED || next == DISPUTED;
        boolean tooEarly = this == FROZEN && next == APPROVED;
        return MOVES.get(this).contains(next) && (department ? !tooEarly : !hers);
    }

    public String messageKey() {
        return "settlement.status." + name();
    }

    /** What addresses use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
