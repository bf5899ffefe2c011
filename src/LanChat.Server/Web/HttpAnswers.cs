using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>Answers that are a status, and a sentence for people.</summary>
internal static class HttpAnswers
{
    public static Task AnswerAsync(this HttpContext http, int status, string? sentence = null)
    {
        http.Response.StatusCode = status;
        if (sentence is null) return Task.CompletedTask;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence + "\n");
    }
}
