package org.zhubao.account.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser that keeps the cookie of its session, and nothing else. */
class Visitor {

    private final MockMvc mvc;
    private @Nullable Cookie session;

    Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    ResultActions signIn(String username, String password) throws Exception {
        return submit("/sign-in", "username", username, "password", password);
    }

    ResultActions visit(String address) throws Exception {
        return send(get(address));
    }

    /** @param fields names and values in turn */
    ResultActions submit(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(address).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return send(form);
    }

    /** What an eavesdropper would need. */
    String cookie() {
        return session == null ? "" : session.getValue();
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        if (session != null) {
            request.cookie(session);
        }
        ResultActions answer = mvc.perform(request);
        Cookie renewed = answer.andReturn().getResponse().getCookie(SessionStore.COOKIE);
        session = renewed == null ? session : renewed;
        return answer;
    }
}
