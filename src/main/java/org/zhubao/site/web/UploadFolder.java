package org.zhubao.site.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhubao.site.WorkFolder;

/** What is being uploaded is kept where nothing is left of it by a server that is killed. */
@Configuration(proxyBeanMethods = false)
class UploadFolder {

    @Bean
    MultipartConfigElement multipartConfig(MultipartProperties limits, WorkFolder folder) {
        limits.setLocation(folder.path().toString());
        return limits.createMultipartConfig();
    }
}
