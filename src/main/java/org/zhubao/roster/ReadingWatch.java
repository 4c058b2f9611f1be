package org.zhubao.roster;

/** Looks on while a list is read. */
interface ReadingWatch {

    ReadingWatch NOBODY = (stage, rows) -> {};

    /**
     * Told several times a second.
     *
     * @param rows read and checked so far
     * @throws RuntimeException to stop the reading, of which nothing is kept then
     */
    void at(ReadingStage stage, int rows);
}
