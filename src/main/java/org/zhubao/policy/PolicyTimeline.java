package org.zhubao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.zhubao.rules.Finding;

/** How a policy fits in time with the others of its place. */
final class PolicyTimeline {

    private PolicyTimeline() {}

    /** The years before this policy that none covers, and the policies that hold for the same place and year. */
    static List<Finding> of(PublishedPolicy published, List<PublishedPolicy> all) {
        int year = published.policy().benefitYear();
        List<PublishedPolicy> ofThePlace = all.stream()
                .filter(other -> !other.id().equals(published.id()) && sharePlace(other, published))
                .toList();
        List<Finding> findings = new ArrayList<>();
        OptionalInt previous = ofThePlace.stream()
                .mapToInt(other -> other.policy().benefitYear())
                .filter(other -> other < year)
                .max();
        if (previous.isPresent() && previous.getAsInt() < year - 1) {
            findings.add(Finding.ofText(
                    Finding.Kind.GAP_IN_TIME,
                    List.of(String.valueOf(previous.getAsInt() + 1), String.valueOf(year - 1)),
                    List.of()));
        }
        ofThePlace.stream()
                .filter(other -> other.policy().benefitYear() == year)
                .forEach(other -> findings.add(Finding.ofText(
                        Finding.Kind.OVERLAP_IN_TIME, List.of(other.policy().title()), List.of())));
        return findings;
    }

    private static boolean sharePlace(PublishedPolicy one, PublishedPolicy other) {
        String region = one.policy().region();
        String otherRegion = other.policy().region();
        return region.startsWith(otherRegion) || otherRegion.startsWith(region);
    }
}
