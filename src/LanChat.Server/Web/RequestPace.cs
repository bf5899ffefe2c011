using System.Net;
using System.Threading.RateLimiting;
using LanChat.Protocol;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LanChat.Server.Web;

/// <summary>How fast one address may ask; what it says over a WebSocket has a pace of its own.</summary>
internal static class RequestPace
{
    // How often a bucket is filled, so how long somebody whose bucket is empty has to wait at least.
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddRequestPace(this IServiceCollection services, WebSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, AddressBlock>(http => PartitionOf(http, settings));
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = $"{Refill.TotalSeconds}";
            return new ValueTask(rejected.HttpContext.AnswerAsync(StatusCodes.Status429TooManyRequests, WebTexts.TooManyRequests));
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
