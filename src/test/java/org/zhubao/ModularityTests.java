package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final ImportOption EVERYTHING = location -> true;

    @Test
    void modulesUseEachOtherOnlyAsTheirDescriptionsAllow() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsCaught() {
        assertThat(plantedViolations()).contains("ReachesIntoTheShop").contains("Till");
    }

    @Test
    void aCycleIsCaught() {
        assertThat(plantedViolations()).contains("Cycle detected");
    }

    private static String plantedViolations() {
        return ApplicationModules.of("planted.modules", EVERYTHING)
                .detectViolations()
                .getMessage();
    }
}
