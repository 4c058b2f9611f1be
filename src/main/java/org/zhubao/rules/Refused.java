package org.zhubao.rules;

/**
 * Nothing is paid, and the notice says so.
 *
 * @param identity the identity that was excluded; empty when none is held or the person is excluded whatever they hold
 * @param premium what the person pays, who is free to enrol
 */
public record Refused(Reason reason, String identity, Money premium, Trace trace) implements Determination {

    @Override
    public Outcome outcome() {
        return Outcome.REFUSED;
    }

    @Override
    public Refused with(Trace other) {
        return new Refused(reason, identity, premium, other);
    }
}
