package org.zhubao.register;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IdentityClaims extends Repository<IdentityClaim, UUID> {

    @Query(
            """
            select c from IdentityClaim c
            where c.region = :region and c.personId = :personId and c.benefitYear = :benefitYear
            order by c.knownTo desc nulls first, c.knownFrom desc, c.department, c.identity
            """)
    List<IdentityClaim> ofPerson(String region, UUID personId, int benefitYear);

    /** Counts people, not claims: whoever may see only a township's people counts only those. */
    @Query(
            """
            select count(distinct c.personId) from IdentityClaim c
            join RegisteredPerson p on p.id = c.personId and p.region = c.region
            where c.county = :county and c.benefitYear = :benefitYear and c.knownTo is null
            """)
    int countRecognised(String county, int benefitYear);
}
