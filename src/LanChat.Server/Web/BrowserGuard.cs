using LanChat.Texts;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>
/// What keeps other sites' pages from using a browser against the room: they may not ask by a name of their own, nor send anything from there,
/// and what is sent to the browser tells it to run nothing but the page's own files.
/// </summary>
internal sealed class BrowserGuard(RequestDelegate next, OwnHosts hosts)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!hosts.Contains(http.Request.Host.Host)) return http.AnswerAsync(StatusCodes.Status421MisdirectedRequest, WebTexts.UnknownHost);
        if (IsFromElsewhere(http.Request)) return http.AnswerAsync(StatusCodes.Status403Forbidden, WebTexts.OtherOrigin);
        return next(http);
    }

    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin switch
        {
            [] => false,
            [var origin] => !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
            _ => true, // no browser says that it comes from two sites
        };
}
