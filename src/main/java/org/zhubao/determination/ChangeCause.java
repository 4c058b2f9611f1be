package org.zhubao.determination;

/** Why somebody is determined otherwise than before. */
public enum ChangeCause {
    /** The office learned something of the person. */
    FACT,
    /** The notice is another, or its clauses are read otherwise. */
    POLICY,
    /** The clauses are the same; where they are silent it was decided otherwise. */
    RULING,
    /** Persons decided about the person, or no longer do. */
    OVERRIDE;

    public String messageKey() {
        return "run.cause." + name();
    }
}
