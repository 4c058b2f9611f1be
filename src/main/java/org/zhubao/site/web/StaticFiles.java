package org.zhubao.site.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The files that are sent as they are, each kind under its own address. Were they looked for under every address, each
 * link on a page would be looked up among the files of the whole program, which takes longer than all else.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String path : new String[] {"/css/", "/js/", "/images/"}) {
            // The address tells the content, so that a new release is seen at once
            forAnHour(registry.addResourceHandler(path + "**").addResourceLocations(FILES + path))
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        forAnHour(registry.addResourceHandler("/practice/**").addResourceLocations(FILES + "/practice/"));
        forAnHour(registry.addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/"))
                .resourceChain(true);
    }

    private static ResourceHandlerRegistration forAnHour(ResourceHandlerRegistration files) {
        return files.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
