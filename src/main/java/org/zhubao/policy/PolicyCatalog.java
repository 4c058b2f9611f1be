package org.zhubao.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The policies in force: for each region and benefit year the newest published there, or else the one that comes with
 * the product. Asks its sources every time, so a publication counts from the moment its transaction ends.
 */
@Service
public class PolicyCatalog {

    private static final Comparator<PublishedPolicy> BY_PLACE_AND_YEAR = Comparator.comparing(
                    (PublishedPolicy p) -> p.policy().region())
            .thenComparing(p -> p.policy().benefitYear());

    private final List<PolicySource> sources;

    PolicyCatalog(List<PolicySource> sources) {
        this.sources = List.copyOf(sources);
    }

    private record Place(String region, int benefitYear) {}

    /**
     * The policy of the smallest region around a place: a county's own before its city's.
     *
     * @param division code of a county, or of anything below it
     * @param benefitYear the year of cover
     */
    public Optional<PublishedPolicy> find(String division, int benefitYear) {
        return find(division, benefitYear, Instant.MAX);
    }

    /** The same as of a moment: what was published later does not count. */
    public Optional<PublishedPolicy> find(String division, int benefitYear, Instant at) {
        Map<Place, Optional<PublishedPolicy>> newest = newest(at);
        for (int digits = division.length(); digits > 0; digits--) {
            Place place = new Place(division.substring(0, digits), benefitYear);
            if (newest.containsKey(place)) {
                return newest.get(place);
            }
        }
        return Optional.empty();
    }

    /** All of them, by region and benefit year. */
    public List<PublishedPolicy> all() {
        return newest(Instant.MAX).values().stream()
                .flatMap(Optional::stream)
                .sorted(BY_PLACE_AND_YEAR)
                .toList();
    }

    public Optional<PublishedPolicy> byId(String id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private Map<Place, Optional<PublishedPolicy>> newest(Instant at) {
        Map<Place, Optional<PublishedPolicy>> newest = new HashMap<>();
        sources.stream()
                .flatMap(source -> source.read(at).stream())
                .forEach(entry -> newest.put(new Place(entry.region(), entry.benefitYear()), entry.policy()));
        return newest;
    }
}
