package org.zhubao.benchmark;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.rules.Proof;

/** Runs the benchmarks and prints one line for each comparison, in persons per second, and the time of each proof. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param args seconds of each measurement */
    public static void main(String[] args) throws RunnerException {
        TimeValue time = TimeValue.seconds(Long.parseLong(args[0]));
        new Deciding().check();
        Map<String, Long> perSecond = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(Deciding.class.getName() + ".*")
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(time)
                        .measurementIterations(3)
                        .measurementTime(time)
                        .build())
                .run()) {
            perSecond.put(
                    result.getPrimaryResult().getLabel(),
                    Math.round(result.getPrimaryResult().getScore()));
        }
        print("memoised-to-drools", perSecond.get("memoised"), perSecond.get("drools"));
        print("memoised-to-bit-loop", perSecond.get("memoised"), perSecond.get("bitLoop"));
        print("cold-to-drools", perSecond.get("cold"), perSecond.get("drools"));
        PolicyTexts.catalog().all().forEach(Benchmarks::prove);
    }

    private static void print(String name, long ours, long reference) {
        System.out.printf(
                Locale.ROOT, "%s ours=%,d reference=%,d ratio=%.3f%n", name, ours, reference, 1.0 * ours / reference);
    }

    /** In a process that has proved nothing of this policy before. */
    private static void prove(PublishedPolicy policy) {
        long start = System.nanoTime();
        Proof proof = Proof.of(policy.policy());
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.printf(
                Locale.ROOT,
                "proof-of-%s ms=%,d goal-ms=10,000 combinations=%,d decided=%,d%n",
                policy.id(),
                milliseconds,
                proof.coverage().combinations(),
                proof.coverage().decided());
    }
}
