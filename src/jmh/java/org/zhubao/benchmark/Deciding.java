package org.zhubao.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Profile;

/** One county decided in five ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(County.PEOPLE)
public class Deciding {

    private County county;
    private BitLoop bitLoop;
    private @Nullable DroolsRules drools;

    @Setup
    public void prepare() {
        county = new County();
        bitLoop = new BitLoop(county.policy);
    }

    /** Every way must give the same sum, or there is nothing to compare. */
    void check() {
        prepare();
        long sum = bitLoop();
        if (sum != drools() || sum != memoised() || sum != memoisedFromFacts() || bitLoop(County.SAMPLE) != cold()) {
            throw new IllegalStateException("the ways of deciding disagree");
        }
    }

    /** As a run does: each profile is decided once, with its trace; a person's row knows its profile. */
    @Benchmark
    public long memoised() {
        Determination[] determinations = new Determination[county.profiles.size()];
        long[] answers = new long[determinations.length];
        long sum = 0;
        for (int profile : county.profileOf) {
            if (determinations[profile] == null) {
                determinations[profile] = county.policy.determine(county.profiles.get(profile));
                answers[profile] = answer(determinations[profile]);
            }
            sum += answers[profile];
        }
        return sum;
    }

    /** The same where the profile of each person must be found first. */
    @Benchmark
    public long memoisedFromFacts() {
        Map<Profile, Long> answers = new HashMap<>();
        long sum = 0;
        for (Facts person : county.facts) {
            sum += answers.computeIfAbsent(
                    county.policy.profile(person), p -> answer(county.policy.determine(p)));
        }
        return sum;
    }

    /** Everybody by themselves, each with a trace. */
    @Benchmark
    @OperationsPerInvocation(County.SAMPLE)
    public long cold() {
        long sum = 0;
        for (int i = 0; i < County.SAMPLE; i++) {
            sum += answer(county.policy.determine(county.facts[i]));
        }
        return sum;
    }

    @Benchmark
    public long drools() {
        if (drools == null) {
            drools = new DroolsRules(county.policy);
        }
        return drools.decide(county.masks);
    }

    @Benchmark
    public long bitLoop() {
        return bitLoop(County.PEOPLE);
    }

    private long bitLoop(int people) {
        long sum = 0;
        for (int i = 0; i < people; i++) {
            sum += bitLoop.decide(county.masks[i]);
        }
        return sum;
    }

    private long answer(Determination determination) {
        if (!(determination instanceof Granted granted)) {
            return 0;
        }
        int number = county.policy.identities().indexOf(
                county.policy.identity(granted.identities().get(0)).orElseThrow());
        return granted.subsidy().fen() << 4 | number;
    }
}
