using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Accounts;
using LanChat.EndToEnd.Tests.Clients;
using Xunit.Abstractions;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>Somebody guesses the codes that link devices, from many addresses.</summary>
[Collection(FaultsCollection.Name)]
public sealed class LinkGuessSpecs(ITestOutputHelper output) : AccountServerSpec
{
    private const int PerMinute = 10_000;
    private const int Addresses = 200;
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Ten_thousand_tries_a_minute_never_succeed_and_nobody_else_notices()
    {
        var (tries, phone) = (FaultScale.Of(500, PerMinute), NewKey());
        var ann = await Enter("ann", NewKey(), "1");
        var code = await CodeOf(ann);
        using var bob = await LineClient.Enter(Server, "bob");
        var watch = Stopwatch.StartNew();
        var guessing = Guess(tries, code, watch);

        var longest = TimeSpan.Zero;
        for (var line = 0; !guessing.IsCompleted; line++)
        {
            var sent = watch.Elapsed;
            await bob.Type($"line {line}");
            await bob.Receive($"line {line}");
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (watch.Elapsed - sent).Ticks));
            await Task.Delay(20); // the pace of somebody who talks
        }

        var answers = await guessing;
        output.WriteLine($"{tries} tries in {watch.Elapsed.TotalSeconds:0.0} s; the longest line took {longest}");
        foreach (var answer in answers.CountBy(answer => answer)) output.WriteLine($"{answer.Key}: {answer.Value}");
        Assert.Subset(new HashSet<string> { "code-wrong", "flooding" }, answers.ToHashSet());
        Assert.InRange(longest, TimeSpan.Zero, Promptly);
        Assert.Single((await ann.Ask(new JsonObject { ["devices"] = true }))["data"]!["devices"]!.AsArray());
        await Enter("phone", phone, "2", fields: ("link", await CodeOf(ann)));
        Assert.Equal(["ann", "bob"], await Members(ann));
    }

    /// <summary>Tries codes at that pace, and returns what they were answered.</summary>
    private async Task<string[]> Guess(int tries, string code, Stopwatch watch)
    {
        List<Task<string>> answers = [];
        for (var number = 0; number < tries; number++)
        {
            var due = (TimeSpan.FromMinutes(1) / PerMinute * number) - watch.Elapsed;
            if (due > TimeSpan.Zero) await Task.Delay(due);
            answers.Add(Try(number, code));
        }

        return await Task.WhenAll(answers);
    }

    private async Task<string> Try(int number, string code)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var guess = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8");
        if (guess == code.Replace("-", "", StringComparison.Ordinal)) guess = "no luck";
        var from = new IPAddress([127, 0, 2, (byte)(number % Addresses)]);
        var (client, first) = await RichClient.EnterFrom(from, Server, "eve", null, key, ("link", guess));
        using (client) return (string?)first["data"]!["error"] ?? "entered";
    }
}
