using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// Middleware against attacks by other sites' pages: refuses unknown hosts (DNS rebinding) and
/// other origins (cross-site requests), and sets a content security policy.
/// </summary>
internal sealed class BrowserSecurity(RequestDelegate next, AllowedHosts hosts)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!hosts.Contains(http.Request.Host.Host))
            return http.ReplyAsync(StatusCodes.Status421MisdirectedRequest, WebTexts.UnknownHost);
        if (IsCrossOrigin(http.Request))
            return http.ReplyAsync(StatusCodes.Status403Forbidden, WebTexts.OtherOrigin);
        return next(http);
    }

    private static bool IsCrossOrigin(HttpRequest request)
    {
        var own = $"{request.Scheme}://{request.Host}";
        return request.Headers.Origin switch
        {
            [] => false,
            [var origin] => !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase),
            _ => true,
        };
    }
}
