using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Contract.Tests.Hosting;

public sealed class HoconModeSpecs : HostSpec
{
    private static readonly Config One = ConfigurationFactory.ParseString("lanchat { name = one, only-one = 1 }");
    private static readonly Config Two = ConfigurationFactory.ParseString("lanchat { name = two, only-two = 2 }");

    private async Task<Config> ConfigOf(HoconAddMode mode)
    {
        var host = await Start((akka, _) => akka.AddHocon(One, HoconAddMode.Append).AddHocon(Two, mode));
        return host.Services.GetRequiredService<ActorSystem>().Settings.Config;
    }

    [Fact]
    public async Task What_is_prepended_wins()
    {
        var config = await ConfigOf(HoconAddMode.Prepend);

        Assert.Equal("two", config.GetString("lanchat.name"));
        Assert.Equal("1", config.GetString("lanchat.only-one"));
        Assert.Equal("2", config.GetString("lanchat.only-two"));
    }

    [Fact]
    public async Task What_is_appended_is_the_fallback()
    {
        var config = await ConfigOf(HoconAddMode.Append);

        Assert.Equal("one", config.GetString("lanchat.name"));
        Assert.Equal("1", config.GetString("lanchat.only-one"));
        Assert.Equal("2", config.GetString("lanchat.only-two"));
    }

    [Fact]
    public async Task The_defaults_are_under_all_of_it() =>
        Assert.Equal(TimeSpan.FromSeconds(5), (await ConfigOf(HoconAddMode.Prepend)).GetTimeSpan("akka.io.tcp.register-timeout"));
}
