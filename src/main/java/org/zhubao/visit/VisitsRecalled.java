package org.zhubao.visit;

import org.zhubao.account.Workplace;

/** A list was recalled: what its township found counts from now on. Told in the transaction that recalls it. */
public record VisitsRecalled(Workplace workplace) {}
