package org.zhubao.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface RegisteredPersons extends Repository<RegisteredPerson, UUID> {

    Optional<RegisteredPerson> findByIdAndCounty(UUID id, String county);

    List<RegisteredPerson> findByCountyAndPersonKey(String county, UUID personKey);

    List<RegisteredPerson> findByCountyAndNumberTailOrderByComparableNameAscIdAsc(
            String county, String numberTail, Limit limit);

    List<RegisteredPerson> findByCountyAndComparableNameContainingOrderByComparableNameAscIdAsc(
            String county, String part, Limit limit);
}
