namespace Akka.Hosting;

/// <summary>How an added configuration stands to those added before it.</summary>
public enum HoconAddMode
{
    /// <summary>Fills in what they leave open.</summary>
    Append,

    /// <summary>Overrides them.</summary>
    Prepend,

    /// <summary>As <see cref="Prepend"/>.</summary>
    Replace,
}
