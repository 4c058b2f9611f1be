package org.zhubao.roster;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RosterBatches extends JpaRepository<RosterBatch, UUID> {}
