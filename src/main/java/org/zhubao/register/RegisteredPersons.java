package org.zhubao.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** {@code within} is the pattern of a scope: a township's officer finds the people of the township only. */
interface RegisteredPersons extends Repository<RegisteredPerson, UUID> {

    /** A person of the county, or one whom another county of the region listed first and this one lists, too. */
    String WITHIN =
            """
            (p.county = :county and (p.county like :within or p.township like :within)
                or :county like :within and exists (select 1 from IdentityClaim c
                    where c.region = p.region and c.personId = p.id and c.county = :county))
            """;

    @Query("select p from RegisteredPerson p where p.id = :id and " + WITHIN)
    Optional<RegisteredPerson> find(UUID id, String county, String within);

    /** Of whichever county of the scope. */
    @Query("select p from RegisteredPerson p where p.personKey = :personKey and (" + WITHIN
            + " or p.county like :within)")
    List<RegisteredPerson> byKey(String county, String within, UUID personKey);
}
