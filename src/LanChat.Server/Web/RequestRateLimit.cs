using System.Net;
using System.Threading.RateLimiting;
using LanChat.Protocol;
using LanChat.Server.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LanChat.Server.Web;

/// <summary>
/// The rate limits of HTTP requests per IP address: one of all requests, and one of those for QR
/// codes, which cost far more than others. WebSockets have their own.
/// </summary>
internal static class RequestRateLimit
{
    private const int QrCodesBurst = 10;
    private const int QrCodesRate = 2;

    // The refill interval of a token bucket, and so the minimum Retry-After.
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddRequestRateLimit(this IServiceCollection services, WebSettings settings) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, AddressBlock>(
                    http => LimitOf(AddressOf(http), settings.RequestsBurst, settings.RequestsRate)),
                PartitionedRateLimiter.Create<HttpContext, AddressBlock>(QrCodeLimitOf));
            limiter.OnRejected = (rejected, _) =>
            {
                var http = rejected.HttpContext;
                http.Response.Headers.RetryAfter = $"{Refill.TotalSeconds}";
                return new ValueTask(
                    http.ReplyAsync(StatusCodes.Status429TooManyRequests, WebTexts.TooManyRequests));
            };
        });

    private static AddressBlock AddressOf(HttpContext http) =>
        AddressBlock.Of(http.Connection.RemoteIpAddress ?? IPAddress.None);

    private static RateLimitPartition<AddressBlock> QrCodeLimitOf(HttpContext http) =>
        http.Request.Path.StartsWithSegments(QrCodeEndpoint.Path)
            ? LimitOf(AddressOf(http), QrCodesBurst, QrCodesRate)
            : RateLimitPartition.GetNoLimiter(default(AddressBlock)); // no address has this block

    private static RateLimitPartition<AddressBlock> LimitOf(AddressBlock address, int burst, int rate)
    {
        if (rate == 0) return RateLimitPartition.GetNoLimiter(address);
        return RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = rate,
            ReplenishmentPeriod = Refill,
        });
    }
}
