package org.zhubao.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

/** One county decided in four ways. */
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

    /** Every way must give everybody the same amount for the same identity, or there is nothing to compare. */
    void check() {
        prepare();
        long[] answers = new DroolsRules(county.policy).answers(county.masks);
        for (int i = 0; i < County.PEOPLE; i++) {
            long memoised = answer(county.policy.determine(county.facts[i]));
            if (bitLoop.decide(county.masks[i]) != memoised || answers[i] != memoised) {
                throw new IllegalStateException("the ways of deciding disagree on " + county.facts[i]);
            }
        }
    }

    /** Everybody from their facts, each with the trace of their profile, which was decided before. */
    @Benchmark
    public long memoised() {
        long sum = 0;
        for (Facts person : county.facts) {
            sum += subsidy(county.policy.determine(person));
        }
        return sum;
    }

    /** Everybody by themselves, as if no profile came twice. */
    @Benchmark
    @OperationsPerInvocation(County.SAMPLE)
    public long cold() {
        long sum = 0;
        for (int i = 0; i < County.SAMPLE; i++) {
            sum += subsidy(county.policy.determine(county.policy.profile(county.facts[i])));
        }
        return sum;
    }

    @Benchmark
    public long drools() {
        if (drools == null) {
            drools = new DroolsRules(county.policy);
        }
        return LongStream.of(drools.answers(county.masks)).sum();
    }

    @Benchmark
    public long bitLoop() {
        long sum = 0;
        for (int mask : county.masks) {
            sum += bitLoop.decide(mask);
        }
        return sum;
    }

    private static long subsidy(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }

    /** As {@link BitLoop#decide} answers. */
    private long answer(Determination determination) {
        if (!(determination instanceof Granted granted)) {
            return 0;
        }
        int number = county.policy.identities().indexOf(
                county.policy.identity(granted.identities().get(0)).orElseThrow());
        return granted.subsidy().fen() << 4 | number;
    }
}
