package org.zhubao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;

/** How a policy fits in time with the others of its place. */
final class PolicyTimeline {

    private PolicyTimeline() {}

    /**
     * The years before this policy that none covers, and the policies that hold for the same year at a part of its place
     * or around it. One for the very same region and year it replaces.
     */
    static List<Finding> of(Policy policy, List<PublishedPolicy> all) {
        int year = policy.benefitYear();
        List<Policy> ofThePlace = all.stream()
                .map(PublishedPolicy::policy)
                .filter(other -> sharePlace(other, policy) && !isReplaced(other, policy))
                .toList();
        List<Finding> findings = new ArrayList<>();
        OptionalInt previous = ofThePlace.stream()
                .mapToInt(other -> other.benefitYear())
                .filter(other -> other < year)
                .max();
        if (previous.isPresent() && previous.getAsInt() < year - 1) {
            findings.add(Finding.ofText(
                    Finding.Kind.GAP_IN_TIME,
                    List.of(String.valueOf(previous.getAsInt() + 1), String.valueOf(year - 1)),
                    List.of()));
        }
        ofThePlace.stream()
                .filter(other -> other.benefitYear() == year)
                .forEach(other ->
                        findings.add(Finding.ofText(Finding.Kind.OVERLAP_IN_TIME, List.of(other.title()), List.of())));
        return findings;
    }

    private static boolean isReplaced(Policy other, Policy by) {
        return other.region().equals(by.region()) && other.benefitYear() == by.benefitYear();
    }

    private static boolean sharePlace(Policy one, Policy other) {
        String region = one.region();
        String otherRegion = other.region();
        return region.startsWith(otherRegion) || otherRegion.startsWith(region);
    }
}
