package org.zhubao.account;

/** Which user; another user's is never guessed from it because every address checks the right first. */
public record UserId(long value) {}
