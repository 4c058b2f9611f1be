package org.zhubao.account.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;

/** What the description of the HTTP interface (OpenAPI) says beyond the calls themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, Workplace.class);
    }

    @Bean
    OpenAPI openApi() {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("Issued by each user for themselves, on the page of tokens");
        return new OpenAPI()
                .info(new Info()
                        .title("助保 Zhubao")
                        .version("1")
                        .description("Subsidised enrolment in residents' medical insurance. Amounts are whole fen,"
                                + " days and moments ISO 8601, codes of divisions GB/T 2260."))
                .components(new Components().addSecuritySchemes(TOKEN, bearer))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** What every call has in common. */
    @Bean
    GlobalOperationCustomizer commonToAllCalls() {
        return ApiDescription::complete;
    }

    private static Operation complete(Operation operation, HandlerMethod handler) {
        if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(Workplace.class)) {
            operation.addParametersItem(new QueryParameter()
                    .name("division")
                    .required(true)
                    .description("Code of a county, within the token's scope")
                    .schema(new StringSchema()));
            operation.addParametersItem(new QueryParameter()
                    .name("benefitYear")
                    .required(true)
                    .description("The year of cover")
                    .schema(new IntegerSchema()));
        }
        if (handler.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("Sent again within 24 hours with the same request, gets the same answer")
                    .schema(new StringSchema().maxLength(255)));
        }
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    private static ApiResponse problem() {
        ObjectSchema schema = new ObjectSchema();
        schema.addProperty("type", new StringSchema());
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("detail", new StringSchema());
        schema.addProperty("code", new StringSchema().description("Stable"));
        schema.addProperty("reference", new StringSchema().description("Of a failure, for the administrator"));
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
