package org.zhubao.rules.proof;

import org.zhubao.rules.Determination;

/** Looks for one kind of finding. One is made for each background and sees its cases, smaller ones first. */
interface Check {

    void look(Case person, Determination determination, Findings findings);
}
