using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>Replies of a status with a plain-text sentence.</summary>
internal static class HttpReplies
{
    public static Task ReplyAsync(this HttpContext http, int status, string? sentence = null)
    {
        http.Response.StatusCode = status;
        if (sentence is null) return Task.CompletedTask;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence + "\n");
    }
}
