package org.zhubao.roster;

/** How far the job that reads a list has come. */
public enum ReadingStage {
    /** Waits for its turn: lists are read one after the other. */
    RECEIVED,
    /** The file is looked through for what would harm the reader, and for its headings. */
    LOOKING,
    /** Rows are read and checked. */
    READING,
    /** What only all rows together tell is found out, and they are stored. */
    STORING,
    /** What accepting the list would do to the register. */
    COMPARING
}
