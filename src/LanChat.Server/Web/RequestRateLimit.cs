using System.Net;
using System.Threading.RateLimiting;
using LanChat.Protocol;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LanChat.Server.Web;

/// <summary>The rate limit of HTTP requests per IP address; WebSockets have their own.</summary>
internal static class RequestRateLimit
{
    // The refill interval of a token bucket, and so the minimum Retry-After.
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddRequestRateLimit(this IServiceCollection services, WebSettings settings) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, AddressBlock>(
                http => PartitionOf(http, settings));
            limiter.OnRejected = (rejected, _) =>
            {
                var http = rejected.HttpContext;
                http.Response.Headers.RetryAfter = $"{Refill.TotalSeconds}";
                return new ValueTask(
                    http.ReplyAsync(StatusCodes.Status429TooManyRequests, WebTexts.TooManyRequests));
            };
        });

    private static RateLimitPartition<AddressBlock> PartitionOf(HttpContext http, WebSettings settings)
    {
        var address = AddressBlock.Of(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (settings.RequestsRate == 0) return RateLimitPartition.GetNoLimiter(address);
        return RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.RequestsBurst,
            TokensPerPeriod = settings.RequestsRate,
            ReplenishmentPeriod = Refill,
        });
    }
}
