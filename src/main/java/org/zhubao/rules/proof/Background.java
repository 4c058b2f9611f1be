package org.zhubao.rules.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;

/**
 * A kind of person, and all that such a person may hold.
 *
 * @param person who holds nothing
 * @param choices one for each identity
 */
record Background(Alike<Facts> person, List<Choice> choices) {

    /**
     * What may be so of one identity.
     *
     * @param without in how many ways it does not count, not being held among them
     * @param states in which it makes a difference
     */
    record Choice(long without, List<Alike<Held>> states) {}

    /** How many cases there are of up to so many identities at once. */
    long cases(int atOnce) {
        long[] ofSize = new long[atOnce + 1];
        ofSize[0] = 1;
        for (Choice choice : choices) {
            for (int size = atOnce; size > 0; size--) {
                ofSize[size] = Sums.plus(
                        ofSize[size],
                        Sums.times(ofSize[size - 1], choice.states().size()));
            }
        }
        long all = 0;
        for (long cases : ofSize) {
            all = Sums.plus(all, cases);
        }
        return all;
    }

    /** Visits the cases, those with fewer identities first. */
    void forEach(int atOnce, Consumer<Case> visitor) {
        for (int size = 0; size <= atOnce; size++) {
            choose(size, 0, new ArrayList<>(), person.size(), visitor);
        }
    }

    private void choose(int more, int from, List<Held> held, long weight, Consumer<Case> visitor) {
        if (choices.size() - from < more) {
            return;
        }
        if (from == choices.size()) {
            visitor.accept(new Case(
                    new Facts(person.one().birthDate(), held, person.one().values()), weight));
            return;
        }
        Choice choice = choices.get(from);
        if (more > 0) {
            for (Alike<Held> state : choice.states()) {
                held.add(state.one());
                choose(more - 1, from + 1, held, Sums.times(weight, state.size()), visitor);
                held.remove(held.size() - 1);
            }
        }
        choose(more, from + 1, held, Sums.times(weight, choice.without()), visitor);
    }
}
