using System.Net;
using System.Text;
using System.Xml.Linq;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class QrCodeSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>
{
    private static readonly HttpClient Browser = new();

    private Task<HttpResponseMessage> Draw(HttpContent text) => Browser.PostAsync(new Uri(one.Server.Page, "qr"), text);

    private Task<HttpResponseMessage> Draw(params byte[] text) => Draw(new ByteArrayContent(text));

    private static byte[] Text(int length) => Encoding.UTF8.GetBytes(new string('x', length));

    // Versions 3 and 33 of error correction L: 17 + 4 * version modules to a
    // side, and 4 of quiet zone around.
    [Theory]
    [InlineData(40, 17 + (4 * 3) + 8)]
    [InlineData(2048, 17 + (4 * 33) + 8)]
    public async Task A_text_is_drawn_with_its_quiet_zone(int length, int modules)
    {
        using var answer = await Draw(Text(length));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var image = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("svg", image.Name.LocalName);
        Assert.Equal($"0 0 {modules} {modules}", image.Attribute("viewBox")!.Value);
    }

    [Fact]
    public async Task An_invitation_to_the_room_with_the_longest_Chinese_name_is_drawn()
    {
        var room = Uri.EscapeDataString(new string('厨', RoomName.LongestLength));
        var link = $"https://chat.example.org:65535/a-path/#room={room}&code=7K3M-9QXF-2BTD";

        using var answer = await Draw(Encoding.UTF8.GetBytes(link));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_has_too_many_drawn_is_refused_and_its_other_requests_are_served()
    {
        using var flooder = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.6"));
        using var other = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.7"));
        var qr = new Uri(one.Server.Page, "qr");
        HttpResponseMessage? refused = null;
        for (var number = 0; number < 100 && refused is null; number++)
        {
            using var text = new ByteArrayContent(Text(40));
            var answer = await flooder.PostAsync(qr, text);
            Assert.True(answer.IsSuccessStatusCode || number >= 10, $"refused at {number}");
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.Equal("1", Assert.Single(refused!.Headers.GetValues("Retry-After")));
        Assert.NotEmpty(await refused.Content.ReadAsStringAsync());
        using var page = await flooder.GetAsync(one.Server.Page);
        using var drawn = await other.PostAsync(qr, new ByteArrayContent(Text(40)));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
    }

    [Fact]
    public async Task A_text_that_is_empty_or_not_UTF_8_is_refused()
    {
        using var empty = await Draw();
        using var binary = await Draw(0xFF, 0xFE);

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, binary.StatusCode);
        Assert.Equal("The body must be 1 to 2048 bytes of UTF-8 text.\n", await empty.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_also_in_chunks()
    {
        using var announced = await Draw(Text(2049));
        using var chunks = new HttpRequestMessage(HttpMethod.Post, new Uri(one.Server.Page, "qr"))
        {
            Content = new ByteArrayContent(Text(2049)),
            Headers = { TransferEncodingChunked = true },
        };
        using var chunked = await Browser.SendAsync(chunks);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, announced.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        Assert.Equal("Too long for a QR code (max 2048 bytes).\n", await chunked.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_sites_get_none_and_a_text_in_the_address_does_not_count()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri(one.Server.Page, "qr"))
        {
            Content = new ByteArrayContent(Text(40)),
            Headers = { { "Origin", "http://evil.test" } },
        };
        using var refused = await Browser.SendAsync(foreign);
        using var asked = await Browser.GetAsync(new Uri(one.Server.Page, "qr?text=abc"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, asked.StatusCode);
    }
}
