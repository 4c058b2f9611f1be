package org.zhubao.account.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhubao.account.SignInSteps;
import org.zhubao.account.UnfinishedSignIn;

/** Checks the password; where more is asked, its being right lets in no further than to the page that asks it. */
@Component
class StepwiseAuthentication extends DaoAuthenticationProvider {

    private final PasswordEncoder encoder;
    private final SignInSteps steps;
    private final String nobodysHash;

    StepwiseAuthentication(UserDetailsService users, PasswordEncoder encoder, SignInSteps steps) {
        super(users);
        setPasswordEncoder(encoder);
        this.encoder = encoder;
        this.steps = steps;
        this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    /** Who has not chosen a password yet costs as much work as anybody else, and is let in by none. */
    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken typed) {
        if (user.getPassword() == null) {
            encoder.matches(String.valueOf(typed.getCredentials()), nobodysHash);
            throw new BadCredentialsException("no password chosen yet");
        }
        super.additionalAuthenticationChecks(user, typed);
    }

    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication typed, UserDetails user) {
        Optional<UnfinishedSignIn> unfinished = steps.first(user.getUsername());
        return unfinished.isPresent()
                ? unfinished(unfinished.get(), typed.getDetails())
                : super.createSuccessAuthentication(principal, typed, user);
    }

    static Authentication unfinished(UnfinishedSignIn signIn, Object details) {
        var token = UsernamePasswordAuthenticationToken.authenticated(signIn, null, signIn.authorities());
        token.setDetails(details);
        return token;
    }
}
