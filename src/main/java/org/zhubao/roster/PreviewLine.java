package org.zhubao.roster;

/** One claim that a roster would add, change, cancel or leave. */
public record PreviewLine(String name, String maskedNumber, String township, String identity) {}
