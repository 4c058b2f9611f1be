package org.zhubao.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** {@code within} is the pattern of a scope: a township's officer finds the people of the township only. */
interface RegisteredPersons extends Repository<RegisteredPerson, UUID> {

    /** As {@link FindingPeople} finds them. */
    String WITHIN =
            """
            (p.county = :county and (p.county like :within or p.township like :within)
                or exists (select 1 from IdentityClaim c
                    where c.region = p.region and c.personId = p.id and c.county = :county
                        and (c.county like :within
                            or p.county <> :county and c.knownTo is null and c.township like :within)))
            """;

    @Query("select p from RegisteredPerson p where p.id = :id and " + WITHIN)
    Optional<RegisteredPerson> find(UUID id, String county, String within);

    /** Where the lists of a county say that somebody lives whom another one has on record. */
    @NativeQuery("select listed_township(:region, :id, :county)")
    Optional<String> listedTownship(String region, UUID id, String county);

    /** Of whichever county of the scope. */
    @Query("select p from RegisteredPerson p where p.personKey = :personKey and (" + WITHIN
            + " or p.county like :within)")
    List<RegisteredPerson> byKey(String county, String within, UUID personKey);
}
